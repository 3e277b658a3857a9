package inkbench.store.run;

import java.time.Instant;
import java.util.OptionalLong;

import inkbench.store.Workspace;

/**
 * What is known of a run when it begins.
 *
 * @param name
 *            what a person calls it
 * @param architecture
 *            the network, as readable text such as JSON
 * @param settings
 *            recipe and everything else that was asked for, likewise
 * @param dataSha256
 *            content hash of the images that are learned from and validated with
 * @param software
 *            versions that ran
 * @param machine
 *            what they ran on
 * @param threads
 *            how many compute
 * @param group
 *            number of the folds or seeds it is one of, from {@link Workspace#newGroup}
 */
public record NewRun(
        String name,
        String architecture,
        String settings,
        String dataName,
        String dataSha256,
        long seed,
        String software,
        String machine,
        int threads,
        Instant started,
        OptionalLong group) {}
