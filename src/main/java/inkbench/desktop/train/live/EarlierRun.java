package inkbench.desktop.train.live;

import java.util.List;

import inkbench.desktop.common.chart.Curve;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.RunRecord;

/**
 * A run of before, as far as it is compared with.
 *
 * @param loss
 *            of the validation images after every epoch, or of the training images where there were none
 * @param accuracy
 *            of the same, 0…1
 */
record EarlierRun(RunRecord run, Curve loss, Curve accuracy) {
    static EarlierRun of(RunRecord run, List<EpochRecord> epochs) {
        var loss = new Curve();
        var accuracy = new Curve();
        for (var epoch : epochs) {
            boolean validated = !Double.isNaN(epoch.validationLoss());
            loss.add(epoch.epoch(), validated ? epoch.validationLoss() : epoch.loss());
            accuracy.add(epoch.epoch(), validated ? epoch.validationAccuracy() : epoch.accuracy());
        }
        return new EarlierRun(run, loss, accuracy);
    }
}
