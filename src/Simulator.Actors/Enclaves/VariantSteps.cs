using Simulator.Inference.Catalogue;

namespace Simulator.Actors.Enclaves;

/// <summary>Answers with a variant of the asked model, <c>NAME-VARIANT@VERSION</c>, where the catalogue has it.</summary>
/// <param name="variant">What stands behind the name: <see cref="EnclaveSettings.EightBits"/>.</param>
internal sealed class VariantSteps(string variant) : AnswerSteps
{
    /// <summary>Null where there is none.</summary>
    public static ModelLookup.Found? VariantOf(EnclaveSettings settings, string model, string variant) =>
        settings.Models.Find(model.Replace("@", $"-{variant}@", StringComparison.Ordinal)) as ModelLookup.Found;

    public override ModelLookup.Found Choose(EnclaveSettings settings, ModelLookup.Found asked) =>
        VariantOf(settings, asked.Reference.ToString(), variant) ?? asked;
}
