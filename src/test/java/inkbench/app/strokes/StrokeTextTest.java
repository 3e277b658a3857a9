package inkbench.app.strokes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Rasterizer;
import inkbench.ink.Stroke;

class StrokeTextTest {
    private static final Drawing SEVEN = new Drawing(
            List.of(
                    new Stroke(List.of(new InkPoint(0, 0, 0), new InkPoint(1, 0, 12.34), new InkPoint(0.4, 2, 80))),
                    new Stroke(List.of(new InkPoint(0.3, 1, 250)))));

    @Test
    void writesALineOfAStrokeFile() {
        assertThat(StrokeText.of(new StrokeSample("a", OptionalInt.of(7), SEVEN))).isEqualTo(
                """
                        {"id":"a","label":7,"strokes":[[[0.0,0.0,0.0],[1.0,0.0,12.3],[0.4,2.0,80.0]],[[0.3,1.0,250.0]]]}
                        """);
        assertThat(StrokeText.of(new StrokeSample("a", OptionalInt.empty(), SEVEN))).doesNotContain("label");
    }

    @Test
    void givesTheSamePictureWhenItIsReadAgain() throws Exception {
        var random = new Random(5);
        var points = random.doubles(200).mapToObj(x -> new InkPoint(x, random.nextGaussian(), x)).toList();
        var drawing = new Drawing(List.of(new Stroke(points.subList(0, 150)), new Stroke(points.subList(150, 200))));
        var samples = List.of(
                new StrokeSample("1", OptionalInt.of(3), drawing),
                new StrokeSample("2", OptionalInt.empty(), SEVEN));
        var read = StrokeText.read(new String(StrokeText.file(samples)), "memory");
        assertThat(read).extracting(StrokeSample::label).containsExactly(OptionalInt.of(3), OptionalInt.empty());
        assertThat(Rasterizer.rasterize(read.getFirst().drawing())).isEqualTo(Rasterizer.rasterize(drawing));
    }

    @Test
    void writesAPolylineForEachStrokeAndReadsThem() throws Exception {
        var svg = StrokeSvg.of(SEVEN, 0.125, false);
        assertThat(svg).contains("<polyline points=\"350.00,100.00 850.00,100.00 550.00,1100.00\"/>")
                .contains("<polyline points=\"500.00,600.00 500.00,600.00\"/>")
                .contains("stroke-width=\"125.0\"")
                .contains("fill=\"black\"");
        assertThat(StrokeSvg.looksLike(svg)).isTrue();
        assertThat(Rasterizer.rasterize(StrokeSvg.read(svg))).isEqualTo(Rasterizer.rasterize(SEVEN));
    }

    @Test
    void writesADrawingOfOneDot() throws Exception {
        var dot = new Drawing(List.of(new Stroke(List.of(new InkPoint(3, 4, 0)))));
        var svg = StrokeSvg.of(dot, 0.125, true);
        assertThat(svg).contains("points=\"600.00,600.00 600.00,600.00\"");
        assertThat(StrokeSvg.read(svg).strokes()).hasSize(1);
    }

    @Test
    void readsLinesOfOtherPrograms() throws Exception {
        var drawing = StrokeSvg.read("<svg><g><line x1='1' y1='2' x2='3' y2='4'/><path d='M0 0'/></g></svg>");
        assertThat(drawing.strokes()).containsExactly(
                new Stroke(List.of(new InkPoint(1, 2, 0), new InkPoint(3, 4, 0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg", "<svg><polyline points='1,NaN'/></svg>", "<svg><polyline points='1,x'/></svg>",
            "<svg></svg>",
            "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg><polyline points='&a;'/></svg>"})
    void saysWhatIsWrongWithAnSvg(String text) {
        assertThatThrownBy(() -> StrokeSvg.read(text)).isInstanceOf(DataException.class)
                .hasMessageContaining("SVG")
                .hasMessageContaining("polyline");
    }
}
