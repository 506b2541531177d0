using Simulator.Actors.Enclaves;
using Simulator.Actors.Operators;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Who every node's enclave is at every boot of the run, and how its operator presents it.</summary>
/// <remarks>Keys and certificates of all boots are made when the world is built, on all cores.</remarks>
internal sealed class IdentityPlan
{
    /// <summary>Long enough for the victim to be on record.</summary>
    private static readonly SimDuration CopyHoldBack = SimDuration.FromSeconds(60);

    /// <summary>The registry takes documents of up to 300 s; a block's time may be a little behind.</summary>
    private static readonly SimDuration StaleHoldBack = SimDuration.FromSeconds(320);

    private readonly WorldSite site;
    private readonly BootSchedule[] boots;
    private readonly int victim;

    public IdentityPlan(WorldSite site)
    {
        this.site = site;
        (NodeGroup Group, string Name)[] nodes =
        [
            .. site.Scenario.Nodes.SelectMany(group =>
                Enumerable.Range(1, group.Count).Select(number => (group, $"{group.Name}/{number}"))),
        ];
        boots = new BootSchedule[nodes.Length];
        Parallel.For(0, nodes.Length, node => boots[node] = ScheduleOf(node, nodes[node].Group, nodes[node].Name));
        victim = Array.FindIndex(nodes, node => node.Group.Behaviour.Registration == NodeRegistration.Honest);
    }

    /// <summary>DNS name of a node.</summary>
    public static string HostOf(string name) => name.Replace('/', '-') + ".invalid";

    public BootSchedule BootsOf(int node) => boots[node];

    /// <summary>A key that was made on the operator's own machine.</summary>
    public EnclaveSigningKey OutsideKey(int node) => site.Environment.Keys.KeyOf(new BootIdentity(node, BootIdentity.BootLimit - 1));

    /// <summary>How the group's operator presents a node.</summary>
    /// <param name="group">The group.</param>
    /// <param name="node">Number of the node in the world.</param>
    /// <param name="enclaves">Enclaves placed so far; the victim of a copy is the first honest node.</param>
    public RegistrationConduct ConductOf(NodeGroup group, int node, IReadOnlyList<ActorRef> enclaves)
    {
        NodeRegistration kind = group.Behaviour.Registration;
        return kind switch
        {
            NodeRegistration.Unset => throw Invariant.Unreachable(kind),
            NodeRegistration.Honest => RegistrationConduct.Honest,
            NodeRegistration.ImportedKey =>
                RegistrationConduct.ImportedKey("imported_key", OutsideKey(node).Spki.ToArray()),
            NodeRegistration.CopiedIdentity =>
                RegistrationConduct.CopiedIdentity("copied_identity", enclaves[victim], CopyHoldBack),
            NodeRegistration.StaleDocument => RegistrationConduct.StaleDocument("stale_document", StaleHoldBack),
            NodeRegistration.ReplayedDocument =>
                RegistrationConduct.ReplayedDocument("replayed_document", enclaves[victim]),
            NodeRegistration.ForgedChain => RegistrationConduct.Plain("forged_chain"),
            NodeRegistration.WrongMeasurement => RegistrationConduct.Plain("wrong_measurement"),
            NodeRegistration.SwappedCertificate => RegistrationConduct.SwappedCertificate(
                "swapped_certificate", EnclaveTlsCertificate.Make($"outside {node}", "outside.invalid", BootTime(group))),
            NodeRegistration.EditedAddress => RegistrationConduct.Plain("edited_address"),
        };
    }

    private BootSchedule ScheduleOf(int node, NodeGroup group, string name)
    {
        SimTime[] starts = [SimTime.Start, .. site.Faults.RestartsOf(name)];
        EnclaveMeasurements image = Builds.Of(group.Build);
        return new BootSchedule(
        [
            .. starts.Select((start, boot) => (start, new EnclaveBoot(
                new BootIdentity(node, boot),
                site.Environment.Keys,
                image,
                HostOf(name),
                site.Clock.At(start + group.Boot)))),
        ]);
    }

    private long BootTime(NodeGroup group) => site.Clock.At(SimTime.Start + group.Boot);
}
