using Simulator.Primitives;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments.Frauds;

/// <summary>Groups of a scenario: how many members, who is like them but honest, and who works for them.</summary>
internal sealed class FraudParties(Scenario scenario)
{
    /// <summary>Full nodes that vote are one group without a section of its own.</summary>
    private const string Validators = "validators";

    private readonly IReadOnlyList<(string Kind, string Name, int Members, bool Cheats)> groups =
    [
        .. scenario.Users.Select(group => ("users", group.Name, group.Count, group.Fraud is not null)),
        .. scenario.Nodes.Select(group => ("nodes", group.Name, group.Count, group.Fraud is not null)),
        .. scenario.Facilitators.Select(group => ("facilitators", group.Name, group.Count, group.Fraud is not null)),
        .. scenario.Verifiers.Select(group => ("verifiers", group.Name, group.Count, group.Fraud is not null)),
        .. scenario.Storage.Select(group => ("storage", group.Name, group.Count, false)),
    ];

    /// <summary>At least 1; of the validators only those that do not follow the protocol.</summary>
    public int MembersOf(string group) => group == Validators
        ? scenario.Chains.Inference!.Byzantine!.Count
        : groups.FirstOrDefault(known => known.Name == group) is { Members: > 0 } found
            ? found.Members
            : throw Invariant.Unreachable(group);

    /// <summary>The first group of the same kind that does not cheat and works for nobody who does.</summary>
    public string? PeerOf(string group)
    {
        string? kind = groups.FirstOrDefault(known => known.Name == group).Kind;
        HashSet<string> accomplices = [.. scenario.Users.SelectMany(users => AccomplicesOf(users.Name))];
        return kind is null or "storage"
            ? null
            : groups.FirstOrDefault(known => known.Kind == kind && known.Name != group && !known.Cheats
                && !accomplices.Contains(known.Name)).Name;
    }

    /// <summary>Groups whose money is the group's: the own nodes of wash traders.</summary>
    public IReadOnlyList<string> AccomplicesOf(string group) =>
        scenario.Users.FirstOrDefault(users => users.Name == group)?.Fraud?.Nodes is { } own ? [own] : [];
}
