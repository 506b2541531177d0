namespace Simulator.Actors.Platforms;

/// <summary>How a platform gets its money.</summary>
public enum PlatformBilling
{
    Unset = 0,

    /// <summary>From a credit paid in at sign-up.</summary>
    Prepaid,

    /// <summary>By invoice at the end of each period, from a card that covers so much and no more.</summary>
    Invoiced,
}
