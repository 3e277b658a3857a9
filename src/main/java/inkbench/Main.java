package inkbench;

/** Starts Inkbench: the window without arguments, a command with them. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException("stub");
    }
}
