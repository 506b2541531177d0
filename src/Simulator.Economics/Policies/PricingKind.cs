namespace Simulator.Economics.Policies;

/// <summary>Ways of setting the price of a request.</summary>
public enum PricingKind
{
    Unset = 0,

    /// <summary>One price, always.</summary>
    Posted,

    /// <summary>Average cost of the requests served before, and a margin.</summary>
    CostPlus,

    /// <summary>Uniform price: the lowest at which nodes that ask no more can serve what is wanted at it.</summary>
    Auction,
}
