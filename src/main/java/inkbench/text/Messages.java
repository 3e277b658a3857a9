package inkbench.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package, from the bundle {@code messages.properties} that lies beside its classes.
 *
 * <p>Every sentence a user reads comes from here, so that another language is a matter of adding files. A text is a
 * {@link MessageFormat} pattern; numbers in it are formatted for the reader's locale.
 */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts of the package that {@code anchor} belongs to, in the default locale. */
    public static Messages of(Class<?> anchor) {
        var locale = Locale.getDefault();
        var bundle = ResourceBundle.getBundle(anchor.getPackageName() + ".messages", locale, anchor.getClassLoader());
        return new Messages(bundle, locale);
    }

    /**
     * The text under a key with its parameters filled in.
     *
     * @throws java.util.MissingResourceException
     *             if the bundle has no such key
     */
    public String get(String key, Object... parameters) {
        return new MessageFormat(bundle.getString(key), locale).format(parameters);
    }
}
