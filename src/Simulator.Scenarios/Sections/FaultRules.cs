using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary>What faults and the registry ask of the rest of the scenario.</summary>
internal static class FaultRules
{
    /// <summary>The full nodes of the inference chain, as faults and reports name them.</summary>
    public const string Validators = "validators";

    public const string PaymentChain = "payment-chain";

    public static void Check(SectionValues values, Scenario scenario)
    {
        foreach (Fault fault in scenario.Faults)
        {
            Check(values, scenario, fault);
        }

        RequireVictim(values, scenario);
        if (scenario.Chains.Inference is null)
        {
            RequireRegistry(values, scenario);
        }
    }

    // What is copied or replayed is taken from the first honest node.
    private static void RequireVictim(SectionValues values, Scenario scenario)
    {
        foreach (NodeGroup group in scenario.Nodes)
        {
            NodeRegistration kind = group.Behaviour.Registration;
            if (kind is NodeRegistration.CopiedIdentity or NodeRegistration.ReplayedDocument
                && !scenario.Nodes.Any(other => other.Behaviour.Registration == NodeRegistration.Honest))
            {
                values.RefuseAt(
                    values.WrittenAt("nodes", group.Name, "behaviour"),
                    $"{group.Name} has nobody to copy from",
                    "a group of nodes that registers honestly",
                    "add one");
            }
        }
    }

    private static void Check(SectionValues values, Scenario scenario, Fault fault)
    {
        switch (fault)
        {
            case Fault.Crash crash:
                RequireMember(values, crash.Member, Members(Crashable(scenario)));
                break;
            case Fault.Partition partition:
                HashSet<string> all = Everybody(scenario);
                foreach (string member in partition.Members)
                {
                    RequireMember(values, member, all);
                }

                break;
            case Fault.Revoke revoke: RequireBuild(values, scenario, revoke.Build); break;
            case Fault.Approve approve: RequireBuild(values, scenario, approve.Build); break;
        }
    }

    // Without a registry nobody would notice that an enclave has become another one.
    private static void RequireRegistry(SectionValues values, Scenario scenario)
    {
        string? needy = scenario.Faults.Any(fault => fault is not Fault.Partition && !IsAboutFacilitator(fault, scenario))
            ? "a node's crash, a revocation or an approval"
            : scenario.Nodes.Any(group => group.Behaviour.Registration != NodeRegistration.Honest)
                ? "an attack on the registration"
                : null;
        if (needy is not null)
        {
            values.RefuseAt(
                values.WrittenAt("faults") ?? values.WrittenAt("nodes"),
                $"{needy} is about the registry, and this world has none",
                "chains.inference",
                "add 'inference: {}' under 'chains'");
        }
    }

    private static IEnumerable<(string Name, int Count)> Crashable(Scenario scenario) =>
        scenario.Nodes.Select(group => (group.Name, group.Count))
            .Concat(scenario.Facilitators.Select(group => (group.Name, group.Count)))
            .Concat(scenario.Verifiers.Select(group => (group.Name, group.Count)));

    private static bool IsAboutFacilitator(Fault fault, Scenario scenario) =>
        fault is Fault.Crash crash
        && scenario.Facilitators.Any(group => crash.Member.StartsWith(group.Name + "/", StringComparison.Ordinal));

    private static void RequireMember(SectionValues values, string member, HashSet<string> known)
    {
        if (!known.Contains(member))
        {
            values.RefuseAt(
                values.WrittenAt("faults"),
                $"there is no '{member}' that this could happen to",
                "a name of this scenario such as " + known.Order(StringComparer.Ordinal).FirstOrDefault(),
                "members are counted from 1");
        }
    }

    private static void RequireBuild(SectionValues values, Scenario scenario, string build)
    {
        if (scenario.Nodes.All(group => group.Build != build))
        {
            values.RefuseAt(
                values.WrittenAt("faults"),
                $"no group of nodes runs the build '{build}'",
                "one of " + string.Join(", ", scenario.Nodes.Select(group => group.Build).Distinct()),
                "name a build that some group runs");
        }
    }

    private static HashSet<string> Everybody(Scenario scenario)
    {
        (string Name, int Count)[] groups =
        [
            .. scenario.Users.Select(group => (group.Name, group.Count)),
            .. scenario.Nodes.Select(group => (group.Name, group.Count)),
            .. scenario.Facilitators.Select(group => (group.Name, group.Count)),
            .. scenario.Storage.Select(group => (group.Name, group.Count)),
            .. scenario.Verifiers.Select(group => (group.Name, group.Count)),
            (Validators, scenario.Chains.Inference?.Validators ?? 0),
        ];
        HashSet<string> all = Members(groups);
        all.UnionWith(groups.Where(group => group.Count > 0).Select(group => group.Name));
        all.Add(PaymentChain);
        if (scenario.Platform is not null)
        {
            all.Add(PlatformSection.Name);
        }

        return all;
    }

    private static HashSet<string> Members(IEnumerable<(string Name, int Count)> groups) =>
        [.. groups.SelectMany(group => Enumerable.Range(1, group.Count).Select(number => $"{group.Name}/{number}"))];
}
