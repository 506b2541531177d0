namespace Simulator.Kernel;

/// <summary>The same link between any two hosts.</summary>
public sealed class UniformLinks(LinkSettings settings) : ILinkPolicy
{
    public LinkSettings Settings { get; } = settings;

    public SimDuration? LeastLatency => Settings.MinimumLatency;

    public LinkSettings Between(HostRef from, HostRef to) => Settings;
}
