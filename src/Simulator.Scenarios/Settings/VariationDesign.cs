namespace Simulator.Scenarios.Settings;

/// <summary>How values of varied keys become arms.</summary>
public enum VariationDesign
{
    Unset = 0,

    /// <summary>Every value of every key with every value of the others.</summary>
    Grid,

    /// <summary>First values together, second values together, and so on.</summary>
    Zip,

    /// <summary>Each arm as written.</summary>
    List,

    /// <summary>A Latin hypercube over ranges.</summary>
    Lhs,

    /// <summary>Points from which first and total Sobol indices are estimated.</summary>
    Sobol,

    /// <summary>Trajectories from which Morris' elementary effects are estimated.</summary>
    Morris,
}
