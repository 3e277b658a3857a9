package inkbench.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import inkbench.desktop.common.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** Makes every window of the process look as the theme says. Only for the FX thread. */
final class Appearance {
    /** AtlantaFX brings its sheets parsed as well; parsing the text would hold the FX thread up for 100 ms and more. */
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheetBSS();
    private static final String DARK = new PrimerDark().getUserAgentStylesheetBSS();

    private Appearance() {}

    /** Follows a theme, and lets the theme follow the system, from now on. */
    static void follow(Theme theme) {
        var system = Platform.getPreferences().colorSchemeProperty();
        system.subscribe(scheme -> theme.systemDark().set(scheme == ColorScheme.DARK));
        theme.dark().subscribe(dark -> Application.setUserAgentStylesheet(dark ? DARK : LIGHT));
    }
}
