using Simulator.Inference.Execution;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Text;

/// <summary>Greedy decoding: one run of the model per token, until the end token or the asked maximum.</summary>
/// <remarks>Scores are compared as the model's file says they are rounded; the lowest token wins a tie.</remarks>
internal sealed class TextDecoding(TextModel model, Func<TensorSet, InferenceOutcome> step)
{
    public InferenceOutcome Run(TensorSet inputs)
    {
        if (Refuse(inputs) is { } refusal)
        {
            return refusal;
        }

        int[] prompt = TextModel.NumbersOf(inputs, TextModel.PromptInput);
        int maximum = TextModel.NumbersOf(inputs, TextModel.MaximumInput)[0];
        List<int> answer = [];
        while (answer.Count < maximum)
        {
            int[] context = ContextOf(prompt, answer);
            InferenceOutcome outcome = step(new TensorSet(TextModel.TokensOf(TextModel.ContextInput, context)));
            if (outcome is not InferenceOutcome.Completed scored)
            {
                return outcome;
            }

            int next = Best(scored.Outputs.Number(TextModel.LogitsOutput)!.Values);
            if (next == model.End)
            {
                break;
            }

            answer.Add(next);
        }

        return new InferenceOutcome.Completed(new TensorSet(TextModel.TokensOf(TextModel.AnswerOutput, answer)));
    }

    // Of the two inputs of a question the model's file knows nothing, so that its own check cannot look at them.
    private InferenceOutcome.Refused? Refuse(TensorSet inputs)
    {
        if (inputs.Number(TextModel.PromptInput) is not { } prompt
            || inputs.Number(TextModel.MaximumInput) is not { } maximum)
        {
            return new(InferenceRefusal.MissingInput, $"'{TextModel.PromptInput}' and '{TextModel.MaximumInput}'");
        }

        if (inputs.Numbers.Count + inputs.Strings.Count > 2)
        {
            return new(InferenceRefusal.UnknownInput, $"besides '{TextModel.PromptInput}' and '{TextModel.MaximumInput}'");
        }

        if (maximum.Values.Length != 1 || !prompt.Values.All(token => IsIn(token, model.Tokenizer.Count))
            || !IsIn(maximum.Values[0], TextModel.MostTokens + 1))
        {
            return new(InferenceRefusal.ValueOutOfRange, "a token or the maximum");
        }

        return null;
    }

    private static bool IsIn(FixedPoint number, int limit) =>
        number.Decimals == 0 && number.Value >= 0 && number.Value < limit;

    private int[] ContextOf(int[] prompt, List<int> answer) =>
        [.. Last(prompt, model.Window.Prompt), .. Last(answer, model.Window.Recent)];

    private IEnumerable<int> Last(IReadOnlyCollection<int> tokens, int window) =>
        Enumerable.Repeat(model.Padding, Math.Max(0, window - tokens.Count)).Concat(tokens.TakeLast(window));

    private static int Best(FixedPoint[] scores)
    {
        int best = 0;
        for (int token = 1; token < scores.Length; token++)
        {
            best = IsGreater(scores[token], scores[best]) ? token : best;
        }

        return best;
    }

    // Normalised numbers of few decimals: both sides fit 128 bits at eighteen decimals.
    private static bool IsGreater(FixedPoint left, FixedPoint right)
    {
        int decimals = Math.Max(left.Decimals, right.Decimals);
        return Scaled(left, decimals) > Scaled(right, decimals);
    }

    private static Int128 Scaled(FixedPoint number, int decimals)
    {
        Int128 value = number.Value;
        for (int i = number.Decimals; i < decimals; i++)
        {
            value *= 10;
        }

        return value;
    }
}
