using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>Holds a question against a model's declared inputs before anything is handed to the runtime.</summary>
internal sealed class InputCheck(ModelSignature signature)
{
    /// <summary>The first reason to refuse, in a fixed order, or null.</summary>
    public InferenceOutcome.Refused? Refuse(TensorSet inputs) =>
        RefuseSize(inputs) ?? RefuseNames(inputs) ?? RefuseTensors(inputs);

    private static InferenceOutcome.Refused? RefuseSize(TensorSet inputs)
    {
        if (inputs.Numbers.Count + inputs.Strings.Count > TensorLimits.MaximumTensors)
        {
            return Refusal(InferenceRefusal.TooLarge, $"more than {TensorLimits.MaximumTensors} tensors");
        }

        foreach (FixedPointTensor tensor in inputs.Numbers)
        {
            if (tensor.Values.Length > TensorLimits.MaximumElements || tensor.Shape.Length > TensorLimits.MaximumRank)
            {
                string most = $"{TensorLimits.MaximumElements} values or {TensorLimits.MaximumRank} dimensions";
                return Refusal(InferenceRefusal.TooLarge, $"'{tensor.Name}' has more than {most}");
            }
        }

        return null;
    }

    private InferenceOutcome.Refused? RefuseNames(TensorSet inputs)
    {
        HashSet<string> sent = new(StringComparer.Ordinal);
        IEnumerable<string> numbers = inputs.Numbers.Select(tensor => tensor.Name);
        IEnumerable<string> strings = inputs.Strings.Select(tensor => tensor.Name);
        foreach (string name in numbers.Concat(strings))
        {
            if (!sent.Add(name))
            {
                return Refusal(InferenceRefusal.DuplicateInput, $"'{name}' was sent twice");
            }

            if (!signature.Inputs.Any(input => input.Name == name))
            {
                string known = string.Join(", ", signature.Inputs.Select(input => input.Name));
                return Refusal(InferenceRefusal.UnknownInput, $"'{name}'; the model has {known}");
            }
        }

        TensorSignature? missing = signature.Inputs.FirstOrDefault(input => !sent.Contains(input.Name));
        return missing is null ? null : Refusal(InferenceRefusal.MissingInput, $"'{missing.Name}' {missing}");
    }

    private InferenceOutcome.Refused? RefuseTensors(TensorSet inputs)
    {
        foreach (TensorSignature input in signature.Inputs)
        {
            if (!InputTensor.Supports(input.ElementType))
            {
                return Refusal(InferenceRefusal.UnsupportedType, $"input '{input.Name}' is {input}");
            }

            if (inputs.Number(input.Name) is not { } tensor)
            {
                return Refusal(InferenceRefusal.WrongType, $"'{input.Name}' is {input}, texts were sent");
            }

            if (!Fits(tensor, input))
            {
                string sent = $"{tensor.Values.Length} values as [{string.Join(',', tensor.Shape)}]";
                return Refusal(InferenceRefusal.WrongShape, $"'{input.Name}' is {input}, sent were {sent}");
            }
        }

        return null;
    }

    private static bool Fits(FixedPointTensor tensor, TensorSignature input)
    {
        if (tensor.Shape.Length != input.Dimensions.Count || tensor.ElementsOfShape() != tensor.Values.Length)
        {
            return false;
        }

        for (int i = 0; i < tensor.Shape.Length; i++)
        {
            if (input.Dimensions[i] >= 0 && tensor.Shape[i] != input.Dimensions[i])
            {
                return false;
            }
        }

        return tensor.Values.Length > 0;
    }

    private static InferenceOutcome.Refused Refusal(InferenceRefusal reason, string detail) => new(reason, detail);
}
