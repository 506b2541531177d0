namespace Simulator.Actors.Planting;

/// <summary>Bugs that negative scenarios plant, to prove that the checkers see them. Never set outside of such a scenario.</summary>
public enum PlantedBug
{
    Unset = 0,

    /// <summary>A mint is posted but not announced: the supply grows without a transfer.</summary>
    MintUnannounced,

    /// <summary>A transfer is attributed to the wrong giver.</summary>
    TransferMisattributed,

    /// <summary>Permit2 forgets which nonces were used, and gateways settle every session twice.</summary>
    NonceReusable,

    /// <summary>The upto proxy takes one atto-OPG more than was signed, and Permit2 lets it.</summary>
    MaximumIgnored,

    /// <summary>A user reports some requests as finished twice.</summary>
    FinishedTwice,

    /// <summary>A user forgets to say how its first request ended.</summary>
    NeverFinished,

    /// <summary>Enclaves sign with a key nobody knows, and users accept without looking.</summary>
    AnswerUnchecked,

    /// <summary>Proposers put another request's result next to a transaction, and the hub contract does not look.</summary>
    ResultSwapped,

    /// <summary>The payment chain's node takes blocks back without a word.</summary>
    RevertUnannounced,

    /// <summary>One full node takes another block as final than everybody else, with votes for it.</summary>
    CommitForked,

    /// <summary>Full nodes take more than half of the power for two thirds.</summary>
    QuorumHalved,

    /// <summary>One full node's execution arrives at another state.</summary>
    StateDiverged,

    /// <summary>Enclaves run whatever blob a storage node serves, without a look at its id.</summary>
    BlobUnchecked,

    /// <summary>A batch worker settles the root of other rows than it says.</summary>
    BatchRootWrong,

    /// <summary>The staking contract counts one atto-OPG less than it took.</summary>
    StakeVanishes,

    /// <summary>Users say that they follow the registry, and never ask it about an answer.</summary>
    StandingUnread,

    /// <summary>Gateways charge for answers before they are verified, and facilitators do not look.</summary>
    UnverifiedPaid,

    /// <summary>The verification contract burns every slashed bond twice.</summary>
    SlashBurnedTwice,

    /// <summary>The verification contract believes whoever accuses a node.</summary>
    AccusersBelieved,

    /// <summary>The registry announces that a measurement was revoked, and its enclaves stay active.</summary>
    RevocationIgnored,

    /// <summary>Nodes compute every model, whatever they say they serve, and post nothing about it.</summary>
    CapabilityIgnored,

    /// <summary>The channel contract takes a refund from a channel's balance and pays nothing.</summary>
    RefundLost,

    /// <summary>Users take an acquitted node for a convicted one.</summary>
    RulingMisread,

    /// <summary>The verification contract pays a bond back at once, before it could be slashed.</summary>
    BondReturnedEarly,

    /// <summary>An economy pays stakes back and does not say so.</summary>
    UnstakeUnannounced,
}

/// <summary>Names of the planted bugs as scenario files write them.</summary>
public static class PlantedBugs
{
    /// <summary>The only one of the epoch level.</summary>
    public const string UnstakeUnannounced = "unstake-unannounced";

    private static readonly (PlantedBug Bug, string Name, string Checker)[] All =
    [
        (PlantedBug.MintUnannounced, "mint-unannounced", "supply.conserved"),
        (PlantedBug.TransferMisattributed, "transfer-misattributed", "balances.non_negative"),
        (PlantedBug.NonceReusable, "nonce-reusable", "nonces.single_use"),
        (PlantedBug.MaximumIgnored, "maximum-ignored", "authorisations.kept"),
        (PlantedBug.FinishedTwice, "finished-twice", "requests.one_final_state"),
        (PlantedBug.NeverFinished, "never-finished", "requests.one_final_state"),
        (PlantedBug.AnswerUnchecked, "answer-unchecked", "answers.signed"),
        (PlantedBug.ResultSwapped, "result-swapped", "inference.atomic"),
        (PlantedBug.RevertUnannounced, "revert-unannounced", "balances.non_negative"),
        (PlantedBug.CommitForked, "commit-forked", "consensus.agreement"),
        (PlantedBug.QuorumHalved, "quorum-halved", "consensus.validity"),
        (PlantedBug.StateDiverged, "state-diverged", "consensus.state_roots"),
        (PlantedBug.BlobUnchecked, "blob-unchecked", "blobs.bound"),
        (PlantedBug.BatchRootWrong, "batch-root-wrong", "evidence.included"),
        (PlantedBug.StakeVanishes, "stake-vanishes", "stakes.add_up"),
        (PlantedBug.StandingUnread, "standing-unread", "answers.active"),
        (PlantedBug.UnverifiedPaid, "unverified-paid", "payments.verified"),
        (PlantedBug.SlashBurnedTwice, "slash-burned-twice", "slashes.burned_once"),
        (PlantedBug.AccusersBelieved, "accusers-believed", "honest.unslashed"),
        (PlantedBug.RevocationIgnored, "revocation-ignored", "answers.active"),
        (PlantedBug.CapabilityIgnored, "capability-ignored", "models.declared"),
        (PlantedBug.RefundLost, "refund-lost", "refunds.complete"),
        (PlantedBug.RulingMisread, "ruling-misread", "trust.founded"),
        (PlantedBug.BondReturnedEarly, "bond-returned-early", "bonds.add_up"),
        (PlantedBug.UnstakeUnannounced, UnstakeUnannounced, "economy.accounts"),
    ];

    public static IReadOnlyList<string> Names => [.. All.Select(entry => entry.Name)];

    /// <summary>Null is no bug; a name that is not in <see cref="Names"/> has been refused before.</summary>
    public static PlantedBug Parse(string? name) =>
        name is null ? PlantedBug.Unset : All.Single(entry => entry.Name == name).Bug;

    /// <summary>The checker that must notice.</summary>
    public static string CheckerOf(string name) => All.Single(entry => entry.Name == name).Checker;
}
