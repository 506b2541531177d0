using Simulator.Primitives;

namespace Simulator.Inference.Hub;

/// <summary>Why the hub does not take a file, or does not run it. Zero is not a verdict.</summary>
public enum HubRefusal
{
    Unset = 0,

    /// <summary>Nothing in it.</summary>
    EmptyFile,

    /// <summary>Larger than <see cref="HubStore.LargestModel"/>.</summary>
    ModelTooLarge,

    /// <summary>The content is of no model format that is known here.</summary>
    NotAModel,

    /// <summary>Stored, but of a format that the network does not execute.</summary>
    UnsupportedFormat,

    /// <summary>Called ONNX, and is not.</summary>
    NotOnnx,

    /// <summary>An ONNX file that ends early.</summary>
    Truncated,

    /// <summary>No version of the standard operator set is stated.</summary>
    OpsetMissing,

    /// <summary>An operator set outside the versions that the runtime supports.</summary>
    OpsetUnsupported,

    /// <summary>A newer file format than the runtime reads.</summary>
    IrVersionUnsupported,

    /// <summary>An operator that neither the runtime nor the file itself defines.</summary>
    OperatorUnknown,

    /// <summary>An operator that the runtime knows but cannot compute with these types.</summary>
    OperatorUnsupported,

    /// <summary>Weights lie in other files, which the blob id would not cover.</summary>
    ExternalDataRefused,

    /// <summary>An input or output of a type that requests cannot carry.</summary>
    TypeUnsupported,

    /// <summary>An input whose number of dimensions is not stated: no shape could be held against it.</summary>
    ShapeDynamicUnsupported,

    /// <summary>More elements, dimensions or tensors than one request may carry.</summary>
    TensorTooLarge,

    /// <summary>The runtime does not accept the file for another reason, which it gives.</summary>
    RuntimeRefused,

    /// <summary>Not lower-case letters, digits and hyphens, at most 64.</summary>
    NameNotAllowed,
}

/// <summary>Names of the refusals, as the command line says them.</summary>
public static class HubRefusals
{
    public static string NameOf(HubRefusal refusal) => refusal switch
    {
        HubRefusal.EmptyFile => "empty_file",
        HubRefusal.ModelTooLarge => "model_too_large",
        HubRefusal.NotAModel => "not_a_model",
        HubRefusal.UnsupportedFormat => "unsupported_format",
        HubRefusal.NotOnnx => "not_onnx",
        HubRefusal.Truncated => "truncated",
        HubRefusal.OpsetMissing => "opset_missing",
        HubRefusal.OpsetUnsupported => "opset_unsupported",
        HubRefusal.IrVersionUnsupported => "ir_version_unsupported",
        HubRefusal.OperatorUnknown => "operator_unknown",
        HubRefusal.OperatorUnsupported => "operator_unsupported",
        HubRefusal.ExternalDataRefused => "external_data_refused",
        HubRefusal.TypeUnsupported => "type_unsupported",
        HubRefusal.ShapeDynamicUnsupported => "shape_dynamic_unsupported",
        HubRefusal.TensorTooLarge => "tensor_too_large",
        HubRefusal.RuntimeRefused => "runtime_refused",
        HubRefusal.NameNotAllowed => "name_not_allowed",
        HubRefusal.Unset => throw Invariant.Unreachable(refusal),
    };
}
