using Simulator.Primitives;

namespace Simulator.Inference.Execution;

/// <summary>Why a model gives no answer. Zero is deliberately not a verdict.</summary>
public enum InferenceRefusal
{
    Unset = 0,

    /// <summary>The model wants an input that was not sent.</summary>
    MissingInput = 1,

    /// <summary>An input was sent that the model does not have.</summary>
    UnknownInput = 2,

    /// <summary>One name was sent twice.</summary>
    DuplicateInput = 3,

    /// <summary>Dimensions differ from the model's, or do not multiply to the number of values.</summary>
    WrongShape = 4,

    /// <summary>Numbers for a text input or texts for a numeric one, or a fraction for an integer input.</summary>
    WrongType = 5,

    /// <summary>Decimals below 0 or above 18.</summary>
    DecimalsOutOfRange = 6,

    /// <summary>The number does not fit the input's type.</summary>
    ValueOutOfRange = 7,

    /// <summary>More tensors, elements or dimensions than one request may hold.</summary>
    TooLarge = 8,

    /// <summary>An output is NaN, infinite or too large for int128.</summary>
    OutputNotFinite = 9,

    /// <summary>The model has an input or output of a type that the network cannot carry.</summary>
    UnsupportedType = 10,

    /// <summary>ONNX Runtime does not accept the file.</summary>
    InvalidModel = 11,

    /// <summary>ONNX Runtime stopped while computing.</summary>
    ExecutionFailed = 12,

    /// <summary>Replaying recorded facts, and this inference is not among them.</summary>
    FactMissing = 13,
}

/// <summary>The names refusals have in reports and files.</summary>
public static class InferenceRefusalNames
{
    private static readonly (InferenceRefusal Refusal, string Name)[] All =
    [
        .. from refusal in Enum.GetValues<InferenceRefusal>()
           where refusal != InferenceRefusal.Unset
           select (refusal, NameOf(refusal)),
    ];

    public static string NameOf(InferenceRefusal refusal) => refusal switch
    {
        InferenceRefusal.Unset => throw Invariant.Unreachable(refusal),
        InferenceRefusal.MissingInput => "missing-input",
        InferenceRefusal.UnknownInput => "unknown-input",
        InferenceRefusal.DuplicateInput => "duplicate-input",
        InferenceRefusal.WrongShape => "wrong-shape",
        InferenceRefusal.WrongType => "wrong-type",
        InferenceRefusal.DecimalsOutOfRange => "decimals-out-of-range",
        InferenceRefusal.ValueOutOfRange => "value-out-of-range",
        InferenceRefusal.TooLarge => "too-large",
        InferenceRefusal.OutputNotFinite => "output-not-finite",
        InferenceRefusal.UnsupportedType => "unsupported-type",
        InferenceRefusal.InvalidModel => "invalid-model",
        InferenceRefusal.ExecutionFailed => "execution-failed",
        InferenceRefusal.FactMissing => "fact-missing",
    };

    /// <summary>False for a name that no refusal has.</summary>
    public static bool TryParse(string? name, out InferenceRefusal refusal)
    {
        refusal = All.FirstOrDefault(entry => entry.Name == name).Refusal;
        return refusal != InferenceRefusal.Unset;
    }
}
