package inkbench.architecture.violations.sql.store;

import java.sql.Connection;

final class Workspace {
    Connection connection;
}
