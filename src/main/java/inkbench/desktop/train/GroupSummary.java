package inkbench.desktop.train;

import java.util.ArrayList;

import inkbench.app.group.GroupResult;
import inkbench.app.group.MemberResult;
import inkbench.app.group.Spread;
import inkbench.text.Messages;

/** What a group came to, in words. */
final class GroupSummary {
    private static final Messages MESSAGES = Messages.of(GroupSummary.class);

    private GroupSummary() {}

    /**
     * Says means with standard deviations.
     *
     * @param best
     *            the run whose model is opened
     */
    static String of(GroupResult result, MemberResult best) {
        var sentences = new ArrayList<String>();
        int complete = result.validationAccuracy().count();
        sentences.add(MESSAGES.get("group.runs", complete));
        sentences.add(share("group.validation", result.validationAccuracy()));
        sentences.add(share("group.test", result.testAccuracy()));
        int others = result.grouping().count() - complete;
        if (others > 0) {
            sentences.add(MESSAGES.get("group.incomplete", others));
        }
        sentences.add(MESSAGES.get("group.best", best.member().number()));
        return String.join(" ", sentences.stream().filter(sentence -> !sentence.isEmpty()).toList());
    }

    private static String share(String key, Spread spread) {
        if (Double.isNaN(spread.mean())) {
            return "";
        }
        return Double.isNaN(spread.deviation())
                ? MESSAGES.get(key + ".one", spread.mean())
                : MESSAGES.get(key, spread.mean(), spread.deviation());
    }
}
