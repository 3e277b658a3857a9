package inkbench.statistics;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import inkbench.data.AtomicFile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Writes statistics as tables and pictures for other programs. */
public final class StatisticsFiles {
    private static final int PICTURE_SIDE = 280;
    private static final double WHITE = 255;

    private StatisticsFiles() {}

    /**
     * Writes {@code distribution.csv}, {@code pixels.csv} and, for each statistic and each class that has it, a picture such
     * as {@code standard-deviation-7.png}. Older files of these names are replaced.
     *
     * @return the files, in the order in which they were written
     */
    public static List<Path> write(ClassDistribution distribution, PixelStatistics pixels, Path folder)
            throws IOException {
        var written = new ArrayList<Path>();
        written.add(writeTable(distribution.toTable(), folder.resolve("distribution.csv")));
        written.add(writeTable(toTable(pixels), folder.resolve("pixels.csv")));
        for (var statistic : PixelStatistic.values()) {
            for (int label = 0; label < pixels.classNames().size(); label++) {
                var values = pixels.values(statistic, label);
                if (!Double.isNaN(values[0])) {
                    var file = folder.resolve(statistic.key() + "-" + pixels.classNames().get(label) + ".png");
                    written.add(writePicture(picture(pixels.width(), pixels.height(), values, statistic), file));
                }
            }
        }
        return written;
    }

    /**
     * A row for each class that has images and each pixel, with the columns {@code class}, {@code x}, {@code y} (from the
     * left and from the top, from 0) and one for each statistic.
     */
    public static Table toTable(PixelStatistics pixels) {
        var name = StringColumn.create("class");
        var x = IntColumn.create("x");
        var y = IntColumn.create("y");
        var table = Table.create("pixels", name, x, y);
        var columns = Arrays.stream(PixelStatistic.values()).map(StatisticsFiles::column).toArray(DoubleColumn[]::new);
        for (int label = 0; label < pixels.classNames().size(); label++) {
            if (pixels.count(label) == 0) {
                continue;
            }
            for (int i = 0; i < pixels.width() * pixels.height(); i++) {
                name.append(pixels.classNames().get(label));
                x.append(i % pixels.width());
                y.append(i / pixels.width());
            }
            for (var statistic : PixelStatistic.values()) {
                for (double value : pixels.values(statistic, label)) {
                    columns[statistic.ordinal()].append(value);
                }
            }
        }
        return table.addColumns(columns);
    }

    private static DoubleColumn column(PixelStatistic statistic) {
        return DoubleColumn
                .create(statistic == PixelStatistic.STANDARD_DEVIATION ? "standardDeviation" : statistic.key());
    }

    /** A table in the fixed form of files: comma-separated with a header line, points in decimals. */
    public static String toCsv(Table table) {
        var writer = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(writer).lineEnd("\n").build());
        return writer.toString();
    }

    private static Path writeTable(Table table, Path file) throws IOException {
        AtomicFile.write(file, out -> out.write(toCsv(table).getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    /** Black for 0, white for the largest value that the statistic can have in many images. */
    private static BufferedImage picture(int width, int height, double[] values, PixelStatistic statistic) {
        int scale = Math.max(1, PICTURE_SIDE / Math.max(width, height));
        var picture = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_BYTE_GRAY);
        // Samples, not colours: Java would turn colours into another grey.
        var raster = picture.getRaster();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double value = values[y / scale * width + x / scale];
                raster.setSample(x, y, 0, (int) Math.round(Math.min(1, value / statistic.largest()) * WHITE));
            }
        }
        return picture;
    }

    private static Path writePicture(BufferedImage picture, Path file) throws IOException {
        AtomicFile.write(file, out -> {
            try (var target = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "png", target);
            }
        });
        return file;
    }
}
