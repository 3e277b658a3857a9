package inkbench.model.file;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import inkbench.model.ModelOrigin;
import inkbench.model.Reproducibility;

/** Reads what a model file says in JSON. */
final class ModelHeaderReader {
    private static final double LONGEST_SECONDS = 1e10;

    private final JsonFields fields;

    /**
     * A reader.
     *
     * @param source
     *            what the file is called in messages
     */
    ModelHeaderReader(String source) {
        fields = new JsonFields(source);
    }

    /**
     * Reads a header.
     *
     * @throws ModelException
     *             if it is none; the message is for the user
     */
    ModelHeader read(byte[] json) throws ModelException {
        var root = fields.parse(json);
        var architecture = ArchitectureJson.read(fields.object(root, "architecture"), fields);
        fields.oneOf(root, "preprocessing", List.of(ModelHeader.PREPROCESSING));
        return new ModelHeader(
                fields.text(root, "name"),
                architecture,
                fields.whole(root, "iteration", 0, Long.MAX_VALUE),
                origin(fields.object(root, "origin")));
    }

    private ModelOrigin origin(ObjectNode node) throws ModelException {
        return new ModelOrigin(
                fields.text(node, "dataName"),
                fields.text(node, "dataSha256"),
                fields.text(node, "optimizer"),
                (int) fields.whole(node, "epochs", 0, Integer.MAX_VALUE),
                (int) fields.whole(node, "batchSize", 0, Integer.MAX_VALUE),
                fields.whole(node, "seed", Long.MIN_VALUE, Long.MAX_VALUE),
                fields.number(node, "validationFraction", 0, 1),
                fields.field(node, "testAccuracy").isNull() ? Double.NaN : fields.number(node, "testAccuracy", 0, 1),
                fields.number(node, "seconds", 0, LONGEST_SECONDS),
                fields.text(node, "software"),
                node.has("reproducibility")
                        ? reproducibility(fields.object(node, "reproducibility"))
                        : Reproducibility.UNKNOWN);
    }

    private Reproducibility reproducibility(ObjectNode node) throws ModelException {
        return new Reproducibility(
                (int) fields.whole(node, "shards", 0, Integer.MAX_VALUE),
                fields.text(node, "library"),
                fields.text(node, "vectorLevel"));
    }
}
