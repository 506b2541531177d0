using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>fidelity:</c></summary>
internal static class FidelitySection
{
    private static readonly Key<SignatureFidelity> Signatures = new("signatures", new ChoiceShape<SignatureFidelity>(
        ("real", SignatureFidelity.Real, "every signature is made and checked"),
        ("modelled", SignatureFidelity.Modelled, "signatures take their time but are not computed")))
    {
        Documentation = "Whether signatures are computed.",
        Default = "real",
        Source = "nothing is modelled unless the scenario says so",
        Example = "modelled",
    };

    private static readonly Key<InferenceFidelity> Inference = new("inference", new ChoiceShape<InferenceFidelity>(
        ("real", InferenceFidelity.Real, "the model runs"),
        ("recorded", InferenceFidelity.Recorded, "outputs come from an earlier run"),
        ("modelled", InferenceFidelity.Modelled, "outputs are placeholders, only time is modelled")))
    {
        Documentation = "Where the outputs of models come from.",
        Default = "real",
        Source = "nothing is modelled unless the scenario says so",
        Example = "recorded",
    };

    public static readonly Section<FidelitySettings> Shape = new(
        "fidelity",
        [Signatures, Inference],
        values => new FidelitySettings { Signatures = values.Get(Signatures), Inference = values.Get(Inference) });
}
