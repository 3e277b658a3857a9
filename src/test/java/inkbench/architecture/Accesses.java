package inkbench.architecture;

import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;

/** Calls, method references and reads of fields that the rules forbid. */
final class Accesses {
    private static final String CONSTRUCTOR = "<init>";
    private static final Set<String> READERS_OF_ND4J = Set
            .of("read", "readBinary", "readNpy", "readTxt", "readTxtString", "createFromNpyFile",
                    "createNpyFromInputStream");
    private static final Set<String> READERS_OF_NETWORKS = Set.of("load", "fromFlatFile", "fromFlatBuffers");
    private static final Set<String> POLYMORPHIC_JSON = Set
            .of("activateDefaultTyping", "activateDefaultTypingAsProperty", "enableDefaultTyping", "setDefaultTyping");

    private Accesses() {}

    /** A thread is made, or a pool that makes its own: every one that isn't given a factory. */
    static DescribedPredicate<JavaAccess<?>> makeThreads() {
        return DescribedPredicate.describe("threads are made", access -> {
            boolean constructs = access.getName().equals(CONSTRUCTOR);
            return constructs && isA(access, Thread.class)
                    || constructs && isA(access, Timer.class)
                    || constructs && isPool(access) && !takes(access, ThreadFactory.class)
                    || of(access, Thread.class, Set.of("ofPlatform", "ofVirtual", "startVirtualThread"))
                    || isA(access, Executors.class) && !takes(access, ThreadFactory.class)
                    || isA(access, CompletableFuture.class) && access.getName().endsWith("Async")
                            && !takes(access, Executor.class);
        });
    }

    /** A random number is drawn that no seed decides. */
    static DescribedPredicate<JavaAccess<?>> drawWithoutSeed() {
        return DescribedPredicate.describe("random numbers have no seed", access -> {
            boolean constructs = access.getName().equals(CONSTRUCTOR);
            return isA(access, ThreadLocalRandom.class)
                    || access.getTargetOwner().getName().equals("java.security.SecureRandom")
                    || of(access, UUID.class, Set.of("randomUUID"))
                    || of(access, Math.class, Set.of("random"))
                    || of(access, StrictMath.class, Set.of("random"))
                    || of(access, RandomGenerator.class, Set.of("getDefault", "of"))
                    || of(access, RandomGeneratorFactory.class, Set.of("create")) && takesNothing(access)
                    || constructs && isA(access, Random.class) && takesNothing(access)
                    || constructs && isA(access, SplittableRandom.class) && takesNothing(access)
                    || of(access, Collections.class, Set.of("shuffle")) && !takes(access, RandomGenerator.class);
        });
    }

    static DescribedPredicate<JavaAccess<?>> writeToTheConsole() {
        return DescribedPredicate.describe(
                "the console is written to",
                access -> of(access, System.class, Set.of("out", "err", "console"))
                        || isA(access, Throwable.class) && access.getName().equals("printStackTrace"));
    }

    /** Readers that trust what they read: classes by name, sizes without a limit. */
    static DescribedPredicate<JavaAccess<?>> deserialize() {
        return DescribedPredicate.describe("a file is trusted", access -> {
            var owner = access.getTargetOwner().getName();
            return owner.equals("org.nd4j.linalg.factory.Nd4j") && READERS_OF_ND4J.contains(access.getName())
                    || owner.startsWith("org.deeplearning4j.nn.") && READERS_OF_NETWORKS.contains(access.getName())
                    || owner.startsWith("org.nd4j.autodiff.") && READERS_OF_NETWORKS.contains(access.getName())
                    || owner.startsWith("com.fasterxml.jackson.") && POLYMORPHIC_JSON.contains(access.getName());
        });
    }

    private static boolean of(JavaAccess<?> access, Class<?> owner, Set<String> names) {
        return access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName());
    }

    private static boolean isPool(JavaAccess<?> access) {
        return isA(access, Executor.class)
                && access.getTargetOwner().getPackageName().startsWith("java.util.concurrent");
    }

    private static boolean isA(JavaAccess<?> access, Class<?> type) {
        return access.getTargetOwner().isAssignableTo(type);
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && target.getRawParameterTypes().isEmpty();
    }

    private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(parameter));
    }
}
