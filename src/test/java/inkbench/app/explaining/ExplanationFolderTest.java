package inkbench.app.explaining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationFolderTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            w12-0003, w12-0003
            seven.png, seven.png
            ../../etc/passwd, _._.._etc_passwd
            a:b*c, a_b_c
            -rf, _rf
            '', _
            NUL, _NUL
            com1.txt, _com1.txt
            com, com
            sieben ü, sieben__
            """)
    void makesNamesThatAreGoodOnEverySystem(String id, String name) {
        assertThat(ExplanationFolder.safe(id)).isEqualTo(name);
    }

    @Test
    void shortensNames() {
        assertThat(ExplanationFolder.safe("7".repeat(100_000))).hasSize(100);
    }
}
