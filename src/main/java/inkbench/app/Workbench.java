package inkbench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

import inkbench.app.browse.Browsing;
import inkbench.app.correction.LabelCorrections;
import inkbench.app.explaining.Explaining;
import inkbench.app.findings.Findings;
import inkbench.app.handwriting.Handwriting;
import inkbench.app.machine.DataSpeed;
import inkbench.app.machine.FreeMemory;
import inkbench.app.machine.Machine;
import inkbench.app.machine.SpeedTest;
import inkbench.app.number.NumberReading;
import inkbench.app.photo.PhotoLibrary;
import inkbench.app.review.LabelReviews;
import inkbench.app.robustness.RobustnessStudy;
import inkbench.app.runs.RunJournal;
import inkbench.app.strokes.StrokeLibrary;
import inkbench.app.tuning.FineTuning;
import inkbench.app.tuning.PersonalModels;
import inkbench.data.FreeSpace;
import inkbench.data.PartedDataset;
import inkbench.data.catalog.Catalog;
import inkbench.data.catalog.InstalledSets;
import inkbench.data.download.DownloadRules;
import inkbench.data.download.Downloader;
import inkbench.store.Workspace;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Trainer;

/**
 * Everything Inkbench can do, wired by hand: what the window and the command line both stand on. One for each process.
 */
public final class Workbench implements AutoCloseable {
    /** Its name in the catalog. */
    private static final String MNIST = "mnist";

    private final Messages messages = Messages.of(Workbench.class);
    private final Workers workers = Workers.inBackground("inkbench-work", 2);
    private final Workers fetchers = Workers.inBackground("inkbench-fetch", 1);
    private final Trainer trainer = new Trainer();
    private final DataLibrary data;
    private final CatalogLibrary catalog;
    private final DataExport export;
    private final DataAdjustments adjustments = new DataAdjustments(workers, FreeMemory::now);
    private final Browsing browsing = new Browsing(workers);
    private final Findings findings = new Findings(workers);
    private final DataSplits splits = new DataSplits(workers);
    private final ModelLibrary models = new ModelLibrary(workers);
    private final RunJournal runs = new RunJournal(
            DataFolder.here().resolve(Workspace.FILE_NAME),
            trainer.threads());
    private final Training training = new Training(trainer, workers, FreeMemory::now, runs);
    private final Reading reading = new Reading(workers);
    private final PhotoLibrary photos = new PhotoLibrary(workers);
    private final NumberReading numbers = new NumberReading();
    private final RobustnessStudy robustness = new RobustnessStudy(workers, reading::evaluateNow);
    private final Explaining explaining = new Explaining(workers);
    private final StrokeLibrary strokes = new StrokeLibrary(workers);
    private final Handwriting handwriting = new Handwriting(workers, runs);
    private final GroupTraining groups = new GroupTraining(training, reading, runs);
    private final LabelReviews reviews = new LabelReviews(
            workers, models::reviewers, reading::evaluateNow);
    private final FineTuning tuning = new FineTuning(workers, reading::featuresNow);
    private final PersonalModels personalModels = new PersonalModels(
            workers, tuning, this::rehearsal, DataFolder.here().resolve(DataFolder.PERSONAL_MODELS),
            Clock.systemDefaultZone());
    private final FileExports files = new FileExports(workers);
    private final LabelCorrections corrections = new LabelCorrections(
            workers,
            DataFolder.here().resolve(DataFolder.CORRECTIONS),
            DataFolder.here().resolve(DataFolder.DATASETS));
    private final SpeedTest speedTest = new SpeedTest(trainer);

    /** A workbench with the shipped catalog and what is installed in the user's folder. */
    public Workbench() {
        this(
                new InstalledSets(
                        DataFolder.here().resolve(DataFolder.DATASETS), Catalog::shipped,
                        new Downloader(DownloadRules.HTTPS_ONLY)));
    }

    /** A workbench with other data sets to choose from. */
    public Workbench(InstalledSets sets) {
        data = new DataLibrary(workers, sets, FreeSpace.REAL);
        catalog = new CatalogLibrary(workers, fetchers, sets, data);
        export = new DataExport(workers, data);
    }

    /** Opening, making and describing data sets. */
    public DataLibrary data() {
        return data;
    }

    /** Writing data sets in other formats. */
    public DataExport export() {
        return export;
    }

    /** Inverting and fitting data sets. */
    public DataAdjustments adjustments() {
        return adjustments;
    }

    /** Looking through the images of a data set. */
    public Browsing browsing() {
        return browsing;
    }

    /** Looking for duplicates and outliers. */
    public Findings findings() {
        return findings;
    }

    /** Data sets that can be fetched. */
    public CatalogLibrary catalog() {
        return catalog;
    }

    /** Cutting data sets into parts. */
    public DataSplits splits() {
        return splits;
    }

    /** Correcting labels and excluding images. */
    public LabelCorrections corrections() {
        return corrections;
    }

    /** Opening and saving models. */
    public ModelLibrary models() {
        return models;
    }

    /** Training networks. */
    public Training training() {
        return training;
    }

    /** Training networks on folds, and from several seeds. */
    public GroupTraining groups() {
        return groups;
    }

    /** The runs that were made, and those that can go on. */
    public RunJournal runs() {
        return runs;
    }

    /** Reading images and drawings with a model. */
    public Reading reading() {
        return reading;
    }

    /** Finding digits in photos and scans. */
    public PhotoLibrary photos() {
        return photos;
    }

    /** Reading numbers of several digits. */
    public NumberReading numbers() {
        return numbers;
    }

    /** Looking for wrong labels. */
    public LabelReviews reviews() {
        return reviews;
    }

    /** Reading images that are made worse. */
    public RobustnessStudy robustness() {
        return robustness;
    }

    /** Saying why images are read as they are. */
    public Explaining explaining() {
        return explaining;
    }

    /** Reading drawings as files and texts have them. */
    public StrokeLibrary strokes() {
        return strokes;
    }

    /** Digits that the user wrote. */
    public Handwriting handwriting() {
        return handwriting;
    }

    /** Teaching models somebody's own digits. */
    public FineTuning tuning() {
        return tuning;
    }

    /** Models that are tuned to the digits of the workspace. */
    public PersonalModels personalModels() {
        return personalModels;
    }

    /** MNIST where it is installed, for that is what models know; the built-in digits elsewhere. */
    private PartedDataset rehearsal(Progress progress) throws IOException {
        for (var item : catalog.items()) {
            if (item.installed() && item.entry().name().equals(MNIST)) {
                return catalog.read(item.entry(), progress);
            }
        }
        return data.read(DataLibrary.BUILTIN, progress);
    }

    /** Writing pictures, tables and preferences. */
    public FileExports files() {
        return files;
    }

    /**
     * Measures how fast a file is read and counted, on the caller's thread.
     *
     * @throws UnsuitableDataException
     *             if there are no labels to count by
     */
    public DataSpeed dataSpeed(Path file, int runs, Progress progress) throws IOException {
        var set = data.read(file.toString(), progress);
        if (!set.first().labelled()) {
            throw new UnsuitableDataException(messages.get("statistics.unlabelled", set.name()));
        }
        return DataSpeed.of(file, runs, progress);
    }

    /** Looks in the background at what networks are computed on; loads the native library if nobody has yet. */
    public Job<Machine> machine() {
        return workers.submit(messages.get("job.machine"), progress -> Machine.read());
    }

    /** Measuring how fast networks learn and read here. */
    public SpeedTest speedTest() {
        return speedTest;
    }

    @Override
    public void close() {
        corrections.close();
        runs.close();
        trainer.close();
        groups.close();
        reading.close();
        explaining.close();
        numbers.close();
        fetchers.close();
        workers.close();
    }
}
