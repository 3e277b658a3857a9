package inkbench.architecture.violations.deserialization.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

final class ObjectStreamViolation {
    Object read(InputStream file) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(file).readObject();
    }
}
