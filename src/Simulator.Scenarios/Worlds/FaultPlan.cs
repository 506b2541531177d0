using Simulator.Actors.Registry;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>The scenario's faults as a world meets them: crashes of hosts, cut links, decisions of the admin.</summary>
internal sealed class FaultPlan(IReadOnlyList<Fault> faults)
{
    /// <summary>When a host comes up again, in ascending order.</summary>
    public IReadOnlyList<SimTime> RestartsOf(string host) =>
    [
        .. faults.OfType<Fault.Crash>()
            .Where(fault => fault.Member == host && fault.For > SimDuration.Zero)
            .Select(fault => SimTime.Start + fault.At + fault.For)
            .Order(),
    ];

    /// <summary>What the registry's admin does, in the order of time.</summary>
    public IReadOnlyList<AdminOrder> Orders() =>
    [
        .. faults.Select(Order).OfType<AdminOrder>().OrderBy(order => order.At),
    ];

    /// <summary>Called once all hosts are there.</summary>
    public void Apply(WorldBuilder builder)
    {
        foreach (Fault.Crash crash in faults.OfType<Fault.Crash>())
        {
            HostRef host = builder.HostNamed(crash.Member);
            builder.Crash(host, SimTime.Start + crash.At);
            if (crash.For > SimDuration.Zero)
            {
                RestartState state = crash.KeepsState ? RestartState.Kept : RestartState.Lost;
                builder.Restart(host, SimTime.Start + crash.At + crash.For, state);
            }
        }

        Partitions.Cut[] cuts = [.. faults.OfType<Fault.Partition>().Select(fault => CutOf(fault, builder.HostNames))];
        if (cuts.Length > 0)
        {
            builder.SetDisturbances(new Partitions(cuts));
        }
    }

    private static AdminOrder? Order(Fault fault) => fault switch
    {
        Fault.Revoke revoke => Order(revoke.At, revoke.Build, approved: false),
        Fault.Approve approve => Order(approve.At, approve.Build, approved: true),
        _ => null,
    };

    private static AdminOrder Order(SimDuration at, string build, bool approved) =>
        new(SimTime.Start + at, build, Builds.ForRegistry(build), approved);

    // A group is all hosts below its name: its members, and its operator.
    private static Partitions.Cut CutOf(Fault.Partition fault, IReadOnlyList<string> hosts)
    {
        bool[] inside = new bool[hosts.Count];
        for (int host = 0; host < hosts.Count; host++)
        {
            inside[host] = fault.Members.Any(member =>
                hosts[host] == member || hosts[host].StartsWith(member + "/", StringComparison.Ordinal));
        }

        SimTime from = SimTime.Start + fault.At;
        return new Partitions.Cut(from, fault.For == SimDuration.Zero ? null : from + fault.For, inside);
    }
}
