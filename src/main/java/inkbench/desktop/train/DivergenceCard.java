package inkbench.desktop.train;

import java.text.NumberFormat;

import atlantafx.base.theme.Styles;
import inkbench.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says that a run diverged, and offers to try again with a smaller step. */
final class DivergenceCard extends VBox {
    private final Messages messages = Messages.of(DivergenceCard.class);
    private final NumberFormat rate = NumberFormat.getNumberInstance();
    private final Label text = new Label();
    private final Button again = new Button();

    DivergenceCard(TrainViewModel viewModel) {
        super(8);
        rate.setMaximumFractionDigits(12);
        setId("diverged");
        getStyleClass().addAll("card", "danger-card");
        var title = new Label(messages.get("diverged.title"));
        title.getStyleClass().add("card-title");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setId("diverged-text");
        again.setId("diverged-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(event -> viewModel.startAgain());
        getChildren().setAll(title, text, again);
        viewModel.run().divergence().subscribe(this::show);
    }

    private void show(Divergence divergence) {
        setVisible(divergence != null);
        setManaged(divergence != null);
        if (divergence != null) {
            text.setText(divergence.text());
            var less = divergence.again().recipe().optimizer().learningRate();
            again.setText(messages.get("diverged.again", rate.format(less)));
        }
    }
}
