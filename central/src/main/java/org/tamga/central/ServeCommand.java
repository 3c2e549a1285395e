package org.tamga.central;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.tamga.central.ingest.CentralServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Receives from stations and shows the public page.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Option(
            names = "--port",
            defaultValue = "8443",
            description = "For terminals, mutual TLS (${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Option(
            names = "--page-port",
            defaultValue = "8080",
            description = "For the public page (${DEFAULT-VALUE}; 0: any free one).")
    private int pagePort;

    @Option(names = "--listen", defaultValue = "127.0.0.1", description = "${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // has a default
    private String listen;

    @Override
    public Integer call() throws InterruptedException {
        try (Centre centre = home.open();
                CentralServer server =
                        new Service(centre, Clock.systemUTC())
                                .start(new CentralServer.Listen(listen, port, pagePort))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            System.out.printf(
                    "Terminals: https://%s:%d  Page: http://%s:%d/%n",
                    listen, server.stationPort(), listen, server.pagePort());
            System.out.flush();
            server.join();
            return 0;
        }
    }
}
