using Simulator.Inference.Catalogue;

namespace Simulator.Actors.Enclaves;

/// <summary>Answers with the 8-bit variant of the asked model, <c>NAME-int8@VERSION</c>, where the catalogue has one.</summary>
internal sealed class CoarseSteps : AnswerSteps
{
    public static readonly CoarseSteps Shared = new();

    /// <summary>Null where there is none.</summary>
    public static ModelLookup.Found? VariantOf(EnclaveSettings settings, string model) =>
        settings.Models.Find(model.Replace("@", "-int8@", StringComparison.Ordinal)) as ModelLookup.Found;

    public override ModelLookup.Found Choose(EnclaveSettings settings, ModelLookup.Found asked) =>
        VariantOf(settings, asked.Reference.ToString()) ?? asked;
}
