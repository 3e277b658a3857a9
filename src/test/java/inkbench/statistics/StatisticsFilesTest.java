package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;

class StatisticsFilesTest {
    /** Two pixels side by side: a 1 twice, a 4 once. */
    private static final Dataset THREE = Dataset
            .of("three", 2, 1, Dataset.DIGITS, new byte[]{0, 10, (byte) 255, 20, 7, 8}, new byte[]{1, 1, 4}, "test");
    private static final Dataset UNLABELLED = Dataset
            .of("three", 2, 1, Dataset.DIGITS, new byte[4], new byte[0], "test");
    private static final PartedDataset DATA = new PartedDataset(
            "three",
            Map.of(Part.TRAIN, THREE, Part.TEST, THREE.subset(new int[]{2}), Part.HOLDOUT, UNLABELLED));

    @TempDir
    private Path folder;

    @Test
    void distributionCountsPartsAndTheWhole() {
        var distribution = ClassDistribution.of(DATA);

        assertThat(distribution.count(Part.TRAIN, 1)).isEqualTo(2);
        assertThat(distribution.share(Part.TRAIN, 4)).isEqualTo(1 / 3.0);
        assertThat(distribution.total(Part.TRAIN)).isEqualTo(3);
        assertThat(distribution.count(4)).isEqualTo(2);
        assertThat(distribution.share(4)).isEqualTo(0.5);
        assertThat(distribution.total()).isEqualTo(4);
    }

    @Test
    void distributionLeavesOutWhatHasNoLabels() {
        var distribution = ClassDistribution.of(DATA);

        assertThat(distribution.counts()).containsOnlyKeys(Part.TRAIN, Part.TEST);
        assertThat(distribution.total(Part.HOLDOUT)).isZero();
        assertThat(distribution.share(Part.HOLDOUT, 1)).isNaN();
    }

    @Test
    void writesTheDistributionOfAllParts() throws IOException {
        write();

        assertThat(Files.readAllLines(folder.resolve("distribution.csv"))).hasSize(21)
                .startsWith("part,class,count,share", "train,0,0,0.0", "train,1,2,0.6666666666666666")
                .endsWith("test,9,0,0.0")
                .contains("test,4,1,1.0");
    }

    @Test
    void writesTheStatisticsOfEveryPixelOfTheClassesThatAreThere() throws IOException {
        write();

        assertThat(folder.resolve("pixels.csv")).hasContent("""
                class,x,y,mean,median,standardDeviation,minimum,maximum,entropy
                1,0,0,127.5,127.5,180.31222920256963,0.0,255.0,1.0
                1,1,0,15.0,15.0,7.0710678118654755,10.0,20.0,1.0
                4,0,0,7.0,7.0,,7.0,7.0,0.0
                4,1,0,8.0,8.0,,8.0,8.0,0.0
                """);
    }

    @Test
    void paintsWhatEachClassHas() throws IOException {
        assertThat(write()).extracting(file -> folder.relativize(file).toString())
                .containsExactly(
                        "distribution.csv",
                        "pixels.csv",
                        "mean-1.png",
                        "mean-4.png",
                        "median-1.png",
                        "median-4.png",
                        "standard-deviation-1.png",
                        "minimum-1.png",
                        "minimum-4.png",
                        "maximum-1.png",
                        "maximum-4.png",
                        "entropy-1.png",
                        "entropy-4.png");
    }

    @Test
    void paintsPixelsAsSquaresOfTheirGrey() throws IOException {
        write();

        var picture = ImageIO.read(folder.resolve("mean-4.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(280);
        assertThat(picture.getHeight()).isEqualTo(140);
        var raster = picture.getRaster();
        assertThat(raster.getSample(0, 0, 0)).isEqualTo(7);
        assertThat(raster.getSample(139, 139, 0)).isEqualTo(7);
        assertThat(raster.getSample(140, 0, 0)).isEqualTo(8);
    }

    @Test
    void paintsTheLargestDeviationWhite() throws IOException {
        write();

        var raster = ImageIO.read(folder.resolve("standard-deviation-1.png").toFile()).getRaster();
        assertThat(raster.getSample(0, 0, 0)).isEqualTo(255);
        assertThat(raster.getSample(140, 0, 0)).isEqualTo(14);
    }

    private List<Path> write() throws IOException {
        return StatisticsFiles
                .write(ClassDistribution.of(DATA), PixelStatistics.of(THREE, Progress.NONE), folder);
    }
}
