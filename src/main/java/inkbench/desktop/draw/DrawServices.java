package inkbench.desktop.draw;

import java.util.List;

import inkbench.app.FileExports;
import inkbench.app.Workbench;
import inkbench.app.explaining.Explaining;
import inkbench.app.number.ReadNumber;
import inkbench.desktop.draw.answer.PictureReader;
import inkbench.desktop.draw.answer.Reader;
import inkbench.desktop.draw.handwriting.DigitCollection;
import inkbench.desktop.draw.models.KnownModels;
import inkbench.desktop.draw.number.NumberReader;
import inkbench.desktop.draw.pad.PadFiles;
import inkbench.desktop.draw.strip.StepMaker;
import inkbench.desktop.draw.tuning.Tuner;

/** What the place needs of the app. */
record DrawServices(Reader reader, PictureReader pictures, StepMaker steps, PadFiles files, KnownModels models,
        DigitCollection digits, NumberReader numbers,
        Tuner tuner, Explaining explaining, FileExports exports) {
    static DrawServices of(Workbench workbench) {
        return new DrawServices(
                (network, drawing, preparation) -> workbench.reading()
                        .read(network.architecture(), network.weights(), drawing, preparation),
                (network, pixels) -> workbench.reading().read(network.architecture(), network.weights(), pixels),
                workbench.reading()::steps,
                PadFiles.of(workbench),
                KnownModels.of(workbench),
                DigitCollection.of(workbench),
                (network, drawing) -> workbench.numbers()
                        .read(network.architecture(), network.weights(), drawing)
                        .thenApply(DrawServices::parts),
                Tuner.of(workbench),
                workbench.explaining(),
                workbench.files());
    }

    private static List<NumberReader.Part> parts(ReadNumber number) {
        return number.digits()
                .stream()
                .map(digit -> new NumberReader.Part(digit.drawing(), digit.pixels(), digit.prediction()))
                .toList();
    }
}
