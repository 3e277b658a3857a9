package inkbench.architecture.violations.deserialization.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

final class TypedJsonViolation {
    ObjectMapper mapper() {
        return new ObjectMapper().activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build());
    }
}
