package inkbench.architecture.violations.otherjson.app;

import com.google.gson.Gson;

final class GsonViolation {
    Gson gson;
}
