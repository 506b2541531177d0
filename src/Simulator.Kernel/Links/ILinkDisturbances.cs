namespace Simulator.Kernel;

/// <summary>Injected link faults by time: partitions, congestion. A pure function.</summary>
public interface ILinkDisturbances
{
    /// <summary>
    /// What disturbs a message that leaves <paramref name="from"/> for <paramref name="to"/> at this instant.
    /// </summary>
    LinkDisturbance At(HostRef from, HostRef to, SimTime time);
}
