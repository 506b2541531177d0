namespace Simulator.Economics.Epochs;

/// <summary>Accounts that are no business, in the order in which OPG passes through them within an epoch.</summary>
public enum Account
{
    /// <summary>Not yet unlocked.</summary>
    Locked = 0,

    /// <summary>The market: everybody who holds OPG and takes no part.</summary>
    Holders,
    Users,
    Authors,
    Storage,
    Facilitators,
    Treasury,

    /// <summary>Bonded by businesses, those included who have left and wait.</summary>
    Staked,

    /// <summary>Staking rewards that have unlocked and are not paid out yet.</summary>
    Rewards,

    /// <summary>Nothing comes back from here.</summary>
    Burned,

    /// <summary>The first group of businesses; the others follow in order.</summary>
    FirstGroup,
}
