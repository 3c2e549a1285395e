package org.tamga.matcher.dedup.grid;

import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NetworkConfig;
import org.tamga.matcher.dedup.DedupJob;

/**
 * Hazelcast reduced to what a grid needs: members by name, templates with one backup, an executor.
 * Everything that looks for others or calls home is off; the REST interface is so by default.
 */
final class GridConfig {
    static final String EXECUTOR = "tamga-dedup";
    static final String MAPS = "tamga-dedup-";

    /** Two, so that one fetches probes while the other compares. */
    static final int UNITS_AT_ONCE = 2;

    private static final String SECONDS_WITHOUT_A_HEARTBEAT = "30";

    private GridConfig() {}

    /**
     * @param holdsTemplates false for the process that leads the work only
     */
    static Config of(GridSettings settings, boolean holdsTemplates) {
        Config config = new Config();
        config.setClusterName(settings.cluster());
        config.setLiteMember(!holdsTemplates);
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "jdk");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", SECONDS_WITHOUT_A_HEARTBEAT);
        config.setProperty("hazelcast.wait.seconds.before.join", "1");
        config.setProperty(
                "hazelcast.application.validation.token", "tamga-dedup-" + DedupJob.ALGORITHM);
        network(config.getNetworkConfig(), settings);
        config.getSerializationConfig()
                .setJavaSerializationFilterConfig(new JavaSerializationFilterConfig())
                .addDataSerializableFactory(GridSerialization.FACTORY, new GridSerialization());
        config.addMapConfig(
                new MapConfig(MAPS + "*")
                        .setBackupCount(1)
                        .setInMemoryFormat(InMemoryFormat.BINARY)
                        .setStatisticsEnabled(false));
        config.addExecutorConfig(
                new ExecutorConfig(EXECUTOR, UNITS_AT_ONCE).setStatisticsEnabled(false));
        return config;
    }

    private static void network(NetworkConfig network, GridSettings settings) {
        network.setPort(settings.bind().port()).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(settings.bind().host());
        network.getMemcacheProtocolConfig().setEnabled(false);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        settings.members().forEach(member -> join.getTcpIpConfig().addMember(member.toString()));
    }
}
