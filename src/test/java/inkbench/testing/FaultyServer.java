package inkbench.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on this machine that has files, and gives them wrongly in every way that is asked for. */
public final class FaultyServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, List<Fault>> faults = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What goes wrong with one answer. */
    public enum Fault {
        NONE, CUT_OFF, CUT_OFF_WITHOUT_ETAG, CUT_OFF_AT_ONCE, WRONG_BYTES, TOO_MANY, TOO_MANY_UNANNOUNCED, TOO_FEW, STALL, STALL_BEFORE_HEADERS, NOT_FOUND, SERVER_ERROR, RANGE_IGNORED, ETAG_CHANGED, OTHER_PART, REDIRECT_LOOP, REDIRECT_TO_OTHER_PROTOCOL, REDIRECT_NOWHERE, REDIRECT
    }

    /** A server without files. */
    public FaultyServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a path that begins with a slash. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Whether an address is one of this server. */
    public boolean isHere(URI address) {
        return "http".equals(address.getScheme()) && address.getAuthority().equals(address("").getAuthority());
    }

    /** Puts a file there. Each request for it meets the next fault, those after the last one the last. */
    public void serve(String path, byte[] content, Fault... inTurn) {
        files.put(path, content);
        faults.put(path, new CopyOnWriteArrayList<>(inTurn.length == 0 ? new Fault[]{Fault.NONE} : inTurn));
    }

    /** What was asked for, such as {@code /a/file bytes=100-}. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(range == null ? path : path + " " + range);
            var content = files.get(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var left = faults.get(path);
            var fault = left.size() > 1 ? left.removeFirst() : left.getFirst();
            answer(exchange, content, fault, range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, byte[] content, Fault fault, int from)
            throws IOException, InterruptedException {
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"one\"");
        int half = from + (content.length - from) / 2;
        switch (fault) {
            case NONE -> send(exchange, content, from, content.length);
            case CUT_OFF -> send(exchange, content, from, half);
            case CUT_OFF_WITHOUT_ETAG -> {
                headers.remove("ETag");
                send(exchange, content, from, half);
            }
            case CUT_OFF_AT_ONCE -> {
                // Closing an exchange without an answer closes the connection.
            }
            case WRONG_BYTES -> {
                var wrong = content.clone();
                wrong[wrong.length - 1] ^= 1;
                send(exchange, wrong, from, wrong.length);
            }
            case TOO_MANY -> send(exchange, Arrays.copyOf(content, content.length + 1), from, content.length + 1);
            case TOO_MANY_UNANNOUNCED -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(Arrays.copyOf(content, content.length + 100_000));
            }
            case TOO_FEW -> send(exchange, Arrays.copyOf(content, content.length - 1), from, content.length - 1);
            case STALL -> {
                send(exchange, content, from, half);
                closed.await();
            }
            case STALL_BEFORE_HEADERS -> closed.await();
            case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
            case SERVER_ERROR -> exchange.sendResponseHeaders(500, -1);
            case RANGE_IGNORED -> send(exchange, content, 0, content.length);
            case ETAG_CHANGED -> {
                headers.set("ETag", "\"two\"");
                send(exchange, content, from, content.length);
            }
            case OTHER_PART -> {
                headers.set("Content-Range", "bytes 1-2/3");
                exchange.sendResponseHeaders(206, 2);
                exchange.getResponseBody().write(new byte[2]);
            }
            case REDIRECT_LOOP -> redirect(exchange, exchange.getRequestURI().getPath());
            case REDIRECT_TO_OTHER_PROTOCOL -> redirect(exchange, "ftp://127.0.0.1/file");
            case REDIRECT_NOWHERE -> redirect(exchange, "::");
            case REDIRECT -> redirect(exchange, "/moved" + exchange.getRequestURI().getPath());
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Announces everything from {@code from} on, and sends what lies before {@code end}. */
    private static void send(HttpExchange exchange, byte[] content, int from, int end) throws IOException {
        int status = 200;
        if (from > 0) {
            status = 206;
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(status, content.length - from);
        exchange.getResponseBody().write(content, from, end - from);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
