package inkbench.data.format.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import inkbench.data.DataException;

class IdxStreamsTest {
    private static final String TWO_IMAGES = "00000803 00000002 00000001 00000003 0102ff 040506";

    private static ByteArrayInputStream bytes(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void readsImagesAndLabels() throws Exception {
        var digits = IdxStreams.read("made", bytes(TWO_IMAGES), bytes("00000801 00000002 0709"), "a test");
        assertThat(digits.name()).isEqualTo("made");
        assertThat(digits.width()).isEqualTo(3);
        assertThat(digits.height()).isEqualTo(1);
        assertThat(digits.image(0)).containsExactly(1, 2, -1);
        assertThat(digits.label(1)).isEqualTo(9);
        assertThat(digits.provenance().source()).isEqualTo("a test");
    }

    @Test
    void refusesAnotherNumberOfLabelsThanImages() {
        assertThatThrownBy(() -> IdxStreams.read("made", bytes(TWO_IMAGES), bytes("00000801 00000001 07"), "a test"))
                .isInstanceOf(DataException.class)
                .hasMessage("a test has 2 images, but a test has 1 labels: use the two files that belong together.");
    }

    @Test
    void namesItsSourceWhereItIsDamaged() {
        assertThatThrownBy(() -> IdxStreams.read("made", bytes("00000803 00000002"), bytes(""), "a test"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("a test ends after 8 bytes, but its header alone has 16");
    }
}
