package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfusionCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsTwoClassesAsR() throws IOException {
        var printed = Cli.run("confusion", matrix("40,12\n7,61\n"));

        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out().lines().map(String::stripTrailing)).containsExactly("""
                Confusion Matrix and Statistics

                          Reference
                Prediction  0  1
                         0 40 12
                         1  7 61

                               Accuracy : 0.8417
                                 95% CI : (0.7638, 0.9019)
                    No Information Rate : 0.6083
                    P-Value [Acc > NIR] : 2.365e-08

                                  Kappa : 0.6739

                 Mcnemar's Test P-Value : 0.3588

                            Sensitivity : 0.8511
                            Specificity : 0.8356
                         Pos Pred Value : 0.7692
                         Neg Pred Value : 0.8971
                             Prevalence : 0.3917
                         Detection Rate : 0.3333
                   Detection Prevalence : 0.4333
                      Balanced Accuracy : 0.8433

                       'Positive' Class : 0
                """.split("\n", -1));
    }

    @Test
    void jsonHasTheNamesOfCaretAllDigitsAndNullForNotAvailable() throws IOException {
        var printed = Cli.run("confusion", "--json", matrix("a,b,c\n4,1,0\n1,3,0\n0,0,0\n"));

        assertThat(printed.out()).startsWith("""
                {
                  "classes" : [ "a", "b", "c" ],
                  "overall" : {
                    "Accuracy" : 0.77777777777777779,
                """).contains("\"McnemarPValue\" : null");
        assertThat(printed.json().fieldNames()).toIterable().containsExactly("classes", "overall", "byClass");
        assertThat(printed.json().at("/overall").fieldNames()).toIterable()
                .containsExactly(
                        "Accuracy",
                        "Kappa",
                        "AccuracyLower",
                        "AccuracyUpper",
                        "AccuracyNull",
                        "AccuracyPValue",
                        "McnemarPValue");
        assertThat(printed.json().at("/byClass").fieldNames()).toIterable().containsExactly("a", "b", "c");
        assertThat(printed.json().at("/byClass/c/Sensitivity").isNull()).isTrue();
        assertThat(printed.json().at("/byClass/c/Specificity").asDouble()).isEqualTo(1);
        assertThat(printed.json().at("/byClass/a/Pos Pred Value").asDouble()).isEqualTo(0.8, within(1e-15));
        assertThat(printed.json().at("/byClass/a").fieldNames()).toIterable()
                .containsExactly(
                        "Sensitivity",
                        "Specificity",
                        "Pos Pred Value",
                        "Neg Pred Value",
                        "Precision",
                        "Recall",
                        "F1",
                        "Prevalence",
                        "Detection Rate",
                        "Detection Prevalence",
                        "Balanced Accuracy");
    }

    @Test
    void ofTwoClassesOnlyThePositiveOneIsReported() throws IOException {
        var json = Cli.run("confusion", "--json", matrix("40,12\n7,61\n")).json();

        assertThat(json.at("/classes")).hasSize(2);
        assertThat(json.at("/byClass").fieldNames()).toIterable().containsExactly("0");
    }

    @Test
    void failureIsOneSentence() throws IOException {
        var failed = Cli.run("confusion", "--json", matrix("1,2\n3,-4\n"));

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err().strip()).hasLineCount(1).contains("line 2, column 2").endsWith(".");
    }

    private String matrix(String text) throws IOException {
        return Files.writeString(folder.resolve("matrix.csv"), text).toString();
    }
}
