package dev.rollcall.api.security;

import dev.rollcall.run.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the command line where the server is, for as long as it runs. */
final class RunningServerFile implements ApplicationListener<ServletWebServerInitializedEvent>, DisposableBean {
    private final DataFolder data;
    private final Secret token;

    RunningServerFile(DataFolder data, Secret token) {
        this.data = data;
        this.token = token;
    }

    Secret token() {
        return token;
    }

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent event) {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            return;
        }
        Environment environment = event.getApplicationContext().getEnvironment();
        InetAddress address = environment.getProperty("server.address", InetAddress.class);
        String host = address == null || address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        URI url = URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + event.getWebServer().getPort());
        try {
            data.writeSecret(RunningServer.FILE, new RunningServer(url, token).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        Files.deleteIfExists(data.root().resolve(RunningServer.FILE));
    }
}
