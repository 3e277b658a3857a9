package inkbench.desktop.draw;

import inkbench.app.Workbench;
import inkbench.desktop.draw.answer.PictureReader;
import inkbench.desktop.draw.answer.Reader;
import inkbench.desktop.draw.handwriting.DigitCollection;
import inkbench.desktop.draw.models.KnownModels;
import inkbench.desktop.draw.pad.PadFiles;
import inkbench.desktop.draw.strip.StepMaker;

/** What the place needs of the app. */
record DrawServices(Reader reader, PictureReader pictures, StepMaker steps, PadFiles files, KnownModels models,
        DigitCollection digits) {
    static DrawServices of(Workbench workbench) {
        return new DrawServices(
                (network, drawing, preparation) -> workbench.reading()
                        .read(network.architecture(), network.weights(), drawing, preparation),
                (network, pixels) -> workbench.reading().read(network.architecture(), network.weights(), pixels),
                workbench.reading()::steps,
                PadFiles.of(workbench),
                KnownModels.of(workbench),
                DigitCollection.of(workbench));
    }
}
