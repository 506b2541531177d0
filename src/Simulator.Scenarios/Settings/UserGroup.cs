using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Users who behave alike.</summary>
public sealed record UserGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>What each user holds at the start.</summary>
    public required OpgAmount Balance { get; init; }

    /// <summary>What each user lets Permit2 move.</summary>
    public required Allowance Allowance { get; init; }

    /// <summary>When each user asks.</summary>
    public required Arrivals Arrivals { get; init; }

    public required AskSettings Asks { get; init; }

    /// <summary>A user gives a request up after this time.</summary>
    public required SimDuration Patience { get; init; }

    /// <summary>Time to sign one payment.</summary>
    public required SimDuration Signing { get; init; }

    /// <summary>Time to check one answer.</summary>
    public required SimDuration Checking { get; init; }

    public required string Behaviour { get; init; }

    /// <summary>Null for a group that does not cheat.</summary>
    public UserFraudSettings? Fraud { get; init; }

    /// <summary>Where each user learns of nodes.</summary>
    public required NodeSource NodesFrom { get; init; }

    /// <summary>Between two readings of the registry's list.</summary>
    public required SimDuration RegistryRefresh { get; init; }

    public required RegistryCheck RegistryCheck { get; init; }

    /// <summary>Whom they ask.</summary>
    public required AccessPath Via { get; init; }

    public required NodeChoiceSettings Chooses { get; init; }

    /// <summary>How long they let invoices lie, where nodes serve on credit.</summary>
    public required PaysAfter PaysAfter { get; init; }

    /// <summary>How often a request is tried on another node.</summary>
    public required int Retries { get; init; }

    /// <summary>How long one node has; zero: as long as the user is patient.</summary>
    public required SimDuration Deadline { get; init; }
}
