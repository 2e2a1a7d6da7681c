// Renders the Helm chart with the template engine that Helm uses: `npm run chart`. It needs Go, sprig and yaml.v3, of which
// Debian has golang-go, golang-github-masterminds-sprig-dev and golang-gopkg-yaml.v3-dev. It knows no dependencies of charts,
// hooks or look-ups, and the chart has none.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v3"
)

// Usage: main <chart> <release> [values.yaml …]. Later values replace earlier ones, key by key.
func main() {
	folder, release := os.Args[1], os.Args[2]
	chart, values := map[string]interface{}{}, map[string]interface{}{}
	read(filepath.Join(folder, "Chart.yaml"), &chart)
	for _, file := range append([]string{filepath.Join(folder, "values.yaml")}, os.Args[3:]...) {
		more := map[string]interface{}{}
		read(file, &more)
		merge(values, more)
	}
	names := map[string]interface{}{}
	for key, value := range chart {
		names[strings.ToUpper(key[:1])+key[1:]] = value
	}
	data := map[string]interface{}{
		"Values":  values,
		"Chart":   names,
		"Release": map[string]interface{}{"Name": release, "Namespace": "default", "Service": "Helm"},
	}
	engine := template.New("chart").Option("missingkey=error")
	functions := sprig.TxtFuncMap()
	functions["toYaml"] = func(value interface{}) string {
		var text bytes.Buffer
		encoder := yaml.NewEncoder(&text)
		encoder.SetIndent(2)
		check(encoder.Encode(value))
		return strings.TrimSuffix(text.String(), "\n")
	}
	functions["toJson"] = func(value interface{}) string {
		text, err := json.Marshal(value)
		check(err)
		return string(text)
	}
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text bytes.Buffer
		err := engine.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	engine.Funcs(functions)
	files, err := filepath.Glob(filepath.Join(folder, "templates", "*"))
	check(err)
	for _, file := range files {
		content, err := os.ReadFile(file)
		check(err)
		template.Must(engine.New(filepath.Base(file)).Parse(string(content)))
	}
	for _, file := range files {
		if !strings.HasSuffix(file, ".yaml") {
			continue
		}
		var text bytes.Buffer
		check(engine.ExecuteTemplate(&text, filepath.Base(file), data))
		if strings.TrimSpace(text.String()) != "" {
			fmt.Printf("---\n%s\n", strings.TrimSpace(text.String()))
		}
	}
}

func merge(into, more map[string]interface{}) {
	for key, value := range more {
		// null takes away what the chart has.
		if value == nil {
			delete(into, key)
			continue
		}
		old, isMap := into[key].(map[string]interface{})
		if next, ok := value.(map[string]interface{}); ok && isMap {
			merge(old, next)
		} else {
			into[key] = value
		}
	}
}

func read(file string, into interface{}) {
	content, err := os.ReadFile(file)
	check(err)
	check(yaml.Unmarshal(content, into))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
