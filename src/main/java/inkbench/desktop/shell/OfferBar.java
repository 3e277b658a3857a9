package inkbench.desktop.shell;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Offers the data set that everybody begins with; not there once that is answered. */
final class OfferBar extends HBox {
    OfferBar(CatalogViewModel viewModel) {
        super(8);
        var messages = Messages.of(OfferBar.class);
        getStyleClass().add("offer-bar");
        setId("offer-bar");
        setAlignment(Pos.CENTER_LEFT);
        var sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var take = new Button(messages.get("offer.take"));
        take.setId("offer-take");
        take.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(event -> viewModel.takeOffer());
        var refuse = new Button(messages.get("offer.refuse"));
        refuse.setId("offer-refuse");
        refuse.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        refuse.setMinWidth(USE_PREF_SIZE);
        refuse.setOnAction(event -> viewModel.refuseOffer());
        getChildren().addAll(new FontIcon("fth-download"), sentence, take, refuse);
        viewModel.offer().subscribe(offered -> {
            sentence.setText(viewModel.describeOffer());
            setVisible(offered);
            setManaged(offered);
        });
    }
}
