package inkbench.cli.classify;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one drawing or picture was read as.
 *
 * @param rejected
 *            whether it is not sure enough, or what was read is like no digit
 * @param models
 *            what each model said, where several were asked for; null otherwise
 * @param explanation
 *            the picture that says why, where one was asked for; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        String id,
        int digit,
        float[] probabilities,
        double confidence,
        double novelty,
        boolean rejected,
        List<ModelAnswer> models,
        String explanation) {
    /** What one of several models said. */
    record ModelAnswer(String model, int digit, float[] probabilities) {}
}
