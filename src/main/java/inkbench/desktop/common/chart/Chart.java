package inkbench.desktop.common.chart;

import inkbench.desktop.common.chart.surface.Surface;

/** Something that can be painted at any size, saved as a picture and as numbers. */
public interface Chart {
    /** What the chart is called, in a file's name or a title. */
    String title();

    /** The numbers behind the chart, comma-separated with a header line, as RFC 4180 has it; points in decimals. */
    String csv();

    /** Paints everything that a saved picture shows, on a background that is there already. */
    void paint(Surface surface, double width, double height, Palette palette);

    /** Paints what only the screen shows, such as what the pointer is at. */
    void paintOverlay(Surface surface, double width, double height, Palette palette);
}
