using System.Text.Json;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Facts;

/// <summary>One fact as one line of JSON, its numbers as decimal text.</summary>
internal static class FactLine
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 6, AllowDuplicateProperties = false };

    public static JsonDocument Parse(string text) => JsonDocument.Parse(text, Strict);

    public static void Write(Utf8JsonWriter writer, InferenceAnswer fact)
    {
        writer.WriteString("model", fact.Key.Model.ToBareString());
        writer.WriteString("input", fact.Key.Input.ToBareString());
        writer.WriteString("profile", fact.Key.Profile.ToString());
        switch (fact.Outcome)
        {
            case InferenceOutcome.Completed completed:
                WriteOutputs(writer, completed.Outputs);
                break;
            case InferenceOutcome.Refused refused:
                writer.WriteString("refused", InferenceRefusalNames.NameOf(refused.Reason));
                writer.WriteString("detail", refused.Detail);
                break;
            default:
                throw Invariant.Unreachable(fact.Outcome);
        }
    }

    /// <exception cref="JsonException">The line is not a fact, or contradicts an earlier one.</exception>
    public static void Read(string text, InferenceFacts facts)
    {
        using JsonDocument document = Parse(text);
        JsonElement root = document.RootElement;
        if (!Hash32.TryParse(Text(root, "model"), out Hash32 model)
            || !Hash32.TryParse(Text(root, "input"), out Hash32 input)
            || !ExecutionProfile.TryParse(Text(root, "profile"), out ExecutionProfile profile))
        {
            throw new JsonException("a fact needs model, input and profile");
        }

        FactKey key = new(model, input, profile);
        if (facts.TryFind(key, out _))
        {
            throw new JsonException($"the same fact twice: {key}");
        }

        facts.Record(new InferenceAnswer(key, OutcomeOf(root)));
    }

    private static InferenceOutcome OutcomeOf(JsonElement root)
    {
        if (!root.TryGetProperty("refused", out _))
        {
            return new InferenceOutcome.Completed(new TensorSet([.. Elements(root, "outputs").Select(OutputOf)]));
        }

        bool known = InferenceRefusalNames.TryParse(Text(root, "refused"), out InferenceRefusal reason);
        return known && reason != InferenceRefusal.FactMissing
            ? new InferenceOutcome.Refused(reason, Text(root, "detail") ?? "")
            : throw new JsonException($"no refusal is called '{Text(root, "refused")}'");
    }

    private static FixedPointTensor OutputOf(JsonElement output) => new(
        Text(output, "name") ?? throw new JsonException("an output has no name"),
        [.. Elements(output, "values").Select(ValueOf)],
        [.. Elements(output, "shape").Select(DimensionOf)]);

    private static uint DimensionOf(JsonElement size) =>
        size.ValueKind == JsonValueKind.Number && size.TryGetUInt32(out uint dimension)
            ? dimension
            : throw new JsonException("a dimension is not a 32-bit count");

    private static FixedPoint ValueOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && FixedPoint.TryParse(value.GetString(), out FixedPoint number)
            ? number
            : throw new JsonException("a value is no decimal text");

    private static JsonElement.ArrayEnumerator Elements(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(key, out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new JsonException($"the list '{key}' is missing");

    private static string? Text(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(key, out JsonElement text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static void WriteOutputs(Utf8JsonWriter writer, TensorSet outputs)
    {
        writer.WriteStartArray("outputs");
        foreach (FixedPointTensor output in outputs.Numbers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", output.Name);
            writer.WriteStartArray("shape");
            foreach (uint dimension in output.Shape)
            {
                writer.WriteNumberValue(dimension);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("values");
            foreach (FixedPoint value in output.Values)
            {
                writer.WriteStringValue(value.ToString());
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
